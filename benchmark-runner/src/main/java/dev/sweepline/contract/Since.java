package dev.sweepline.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The minor version of {@link SchemaVersion} that brought a record component. In a file of an older
 * minor the key may be missing and is null then, so the component must be {@code @Nullable}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Since {
  int minor();
}
