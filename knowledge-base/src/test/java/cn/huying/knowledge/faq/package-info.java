@NullMarked
package cn.huying.knowledge.faq;

import org.jspecify.annotations.NullMarked;
