/** Publishing while replicas answer and while they are killed: how soon everybody answers anew, and whether anything is lost. */
@NullMarked
package cn.huying.api.bench.publish;

import org.jspecify.annotations.NullMarked;
