/** The processes under test: started with settings of their own, watched from outside, and never left behind. */
@NullMarked
package cn.huying.api.bench.lab;

import org.jspecify.annotations.NullMarked;
