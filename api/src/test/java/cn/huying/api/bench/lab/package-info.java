@NullMarked
package cn.huying.api.bench.lab;

import org.jspecify.annotations.NullMarked;
