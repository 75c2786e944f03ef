package dev.sweepline.generator.model;

/**
 * What a model's {@code config.json} says that matters to a server.
 *
 * @param name of the model, or the file that says so
 * @param layers of the decoder
 * @param attentionHeads of each layer
 * @param routedExperts of each sparse layer; 0 for a dense model
 * @param contextTokens that the model was made for
 * @param kvValuesPerToken numbers that one token keeps in the cache, over all layers
 * @param kvShards by how many tensor-parallel ranks at most these are divided
 * @param expertBytes of the weights of all routed experts
 * @param otherBytes of all other weights
 * @param quantization of the weights as the file names it, such as {@code fp8}; {@code none}
 */
public record ModelFacts(
    String name,
    int layers,
    int attentionHeads,
    int routedExperts,
    int contextTokens,
    long kvValuesPerToken,
    int kvShards,
    long expertBytes,
    long otherBytes,
    String quantization) {
  /** Whether there are no routed experts. */
  public boolean isDense() {
    return routedExperts == 0;
  }
}
