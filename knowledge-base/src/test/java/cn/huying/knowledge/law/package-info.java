@NullMarked
package cn.huying.knowledge.law;

import org.jspecify.annotations.NullMarked;
