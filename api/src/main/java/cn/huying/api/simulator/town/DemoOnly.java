package cn.huying.api.simulator.town;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Keeps a bean out of every installation that is not a demo; there its paths answer 404 like any unknown path. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "huying.demo", havingValue = "true")
public @interface DemoOnly {}
