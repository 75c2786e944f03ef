package dev.sweepline.generator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.generator.testing.RealVllm;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The help of a real server against the catalogue of its version. */
class RealHelpTest {
  private record Known(String name, List<String> aliases, Flag.Kind kind, List<String> choices) {
    static Known of(Flag flag) {
      return new Known(flag.name(), flag.aliases(), flag.kind(), flag.choices());
    }
  }

  @Test
  void theHelpTellsTheSameOptionsAsTheCatalogue() throws IOException, InterruptedException {
    Optional<RealVllm> vllm = RealVllm.find();
    Assumptions.assumeTrue(vllm.isPresent(), RealVllm.MISSING);
    VllmVersion version = vllm.orElseThrow().version();
    Assumptions.assumeTrue(
        CatalogueFile.BUNDLED.observed().contains(version.line()), RealVllm.MISSING);

    assertThat(HelpText.flags(vllm.orElseThrow().help()).stream().map(Known::of))
        .containsExactlyInAnyOrderElementsOf(
            CatalogueFile.FLAGS.stream()
                .filter(flag -> flag.life().includes(version))
                .map(Known::of)
                .toList());
  }
}
