package dev.sweepline.generator.model;

/**
 * The attention of one layer.
 *
 * @param weights of its projections
 * @param kvValues numbers that one token keeps in the cache
 * @param kvShards by how many tensor-parallel ranks at most the cache is divided
 */
record Attention(long weights, long kvValues, int kvShards) {
  static Attention of(ConfigTree config, int hidden) {
    int heads = config.number("num_attention_heads");
    return config.has("kv_lora_rank")
        ? latent(config, hidden, heads)
        : grouped(config, hidden, heads);
  }

  /** Keys and values of groups of heads. */
  private static Attention grouped(ConfigTree config, int hidden, int heads) {
    int kvHeads = config.numberOr(heads, "num_key_value_heads", "multi_query_group_num");
    int size = config.numberOr(hidden / heads, "head_dim", "kv_channels");
    long queries = (long) hidden * heads * size;
    long keys = (long) hidden * kvHeads * size;
    return new Attention(2 * queries + 2 * keys, 2L * kvHeads * size, kvHeads);
  }

  /** One compressed vector for all heads, which every rank keeps in full. */
  private static Attention latent(ConfigTree config, int hidden, int heads) {
    long rank = config.number("kv_lora_rank");
    long rope = config.number("qk_rope_head_dim");
    long plain = config.number("qk_nope_head_dim");
    long value = config.number("v_head_dim");
    long queryRank = config.numberOr(0, "q_lora_rank");
    long query = heads * (plain + rope);
    long queries = queryRank == 0 ? hidden * query : hidden * queryRank + queryRank * query;
    long keys = hidden * (rank + rope) + rank * heads * (plain + value);
    return new Attention(queries + keys + heads * value * hidden, rank + rope, 1);
  }
}
