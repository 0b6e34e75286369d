/**
 * Laws as they are printed: title, history, chapters, articles. One text is one version of a law; which version is in force on a day is told by all
 * versions of its title together.
 */
@NullMarked
package cn.huying.knowledge.law.text;

import org.jspecify.annotations.NullMarked;
