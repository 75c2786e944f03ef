package dev.sweepline.runner.sse;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader that remembers its last event reads each one as a reader without a memory does. */
final class EventTemplateTest {
  private static final String[] TEXTS = {
    "",
    " per",
    "é😀",
    "\\n",
    "\\u00e9",
    "\\\"",
    "error",
    "\"}]}",
    "a\",\"finish_reason\":\"stop",
    "\\"
  };
  private static final String[] SHAPES = {
    "{'choices':[{'index':0,'text':'%s','finish_reason':null}]}",
    "{'choices':[{'index':0,'text':'%s','finish_reason':null}],'usage':null}",
    "{'choices':[{'index':0,'text':'%s','finish_reason':'stop'}]}",
    "{'choices':[{'index':0,'text':'%s','finish_reason':'%s'}]}",
    "{'choices':[{'index':0,'delta':{'content':'%s'}}]}",
    "{'choices':[{'index':0,'delta':{'reasoning':'%s'}}]}",
    "{'choices':[{'index':0,'delta':{'reasoning':'%s','content':'%s'}}]}",
    "{'choices':[{'index':0,'text':'%s'}],'usage':{'prompt_tokens':1,'completion_tokens':2}}",
    "{'id':'%s','choices':[{'index':0,'text':'x','finish_reason':null}]}",
    "{'error':'%s'}"
  };

  private static byte[] event(Random random) {
    String shape = SHAPES[random.nextInt(SHAPES.length)].replace('\'', '"');
    String text = TEXTS[random.nextInt(TEXTS.length)];
    String other = TEXTS[random.nextInt(TEXTS.length)];
    return shape.formatted(text, other).getBytes(StandardCharsets.UTF_8);
  }

  private static String read(EventReader reader, byte[] bytes) {
    StreamEvent event = new StreamEvent();
    reader.read(bytes, 0, bytes.length, event);
    return event.toString();
  }

  @Test
  void theMemoryOfAReaderChangesNothing() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      EventReader remembering = new EventReader();
      byte[] event = event(random);
      for (int i = 0; i < 30; i++) {
        event = random.nextInt(3) == 0 ? event(random) : damaged(event, random);
        assertThat(read(remembering, event))
            .as("seed %d: %s", seed, new String(event, StandardCharsets.UTF_8))
            .isEqualTo(read(new EventReader(), event));
      }
    }
  }

  /** Now and then one byte differs, anywhere. */
  private static byte[] damaged(byte[] event, Random random) {
    byte[] bytes = event.clone();
    if (random.nextBoolean()) {
      bytes[random.nextInt(bytes.length)] = (byte) "\"\\ax,}".charAt(random.nextInt(6));
    }
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({
    "' b', true",
    "'a longer text: {}', true",
    "'', false",
    "'\\n', false",
    "'\"', false"
  })
  void onlyPlainTextFits(String text, boolean fits) {
    String event = "{\"choices\":[{\"text\":\"%s\"}]}";
    EventTemplate template = new EventTemplate();
    byte[] first = event.formatted(" a").getBytes(StandardCharsets.UTF_8);
    StreamEvent like = new StreamEvent();
    like.text(true);
    int textFrom = event.indexOf('%');
    template.learn(first, 0, first.length, textFrom, textFrom + 2, like);

    byte[] next = ("##" + event.formatted(text) + "##").getBytes(StandardCharsets.UTF_8);
    assertThat(template.fits(next, 2, next.length - 2, new StreamEvent())).isEqualTo(fits);
  }

  @Test
  void anEventIsReadWithoutAnObject() {
    byte[] stream =
        "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"text\":\" a\",\"finish_reason\":null}]}\n\n"
            .concat("data: {\"choices\":[{\"delta\":{\"content\":\"\\n\"}}],\"usage\":")
            .concat("{\"prompt_tokens\":4,\"completion_tokens\":9}}\n\n: keep-alive\n\n")
            .repeat(500)
            .getBytes(StandardCharsets.UTF_8);
    EventReader reader = new EventReader();
    StreamEvent event = new StreamEvent();
    SseDecoder decoder = new SseDecoder((bytes, from, to) -> reader.read(bytes, from, to, event));
    decoder.feed(stream, 0, stream.length);

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    decoder.feed(stream, 0, stream.length);
    long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

    // Asking the bean costs an object itself.
    assertThat(allocated).isLessThan(1_000);
  }
}
