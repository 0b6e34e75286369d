@NullMarked
package cn.huying.knowledge.law.text;

import org.jspecify.annotations.NullMarked;
