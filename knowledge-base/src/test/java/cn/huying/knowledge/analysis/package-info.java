@NullMarked
package cn.huying.knowledge.analysis;

import org.jspecify.annotations.NullMarked;
