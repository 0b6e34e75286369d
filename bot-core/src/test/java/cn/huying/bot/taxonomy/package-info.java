/** Tests of the taxonomy file, its reader and the lexicon classifier. */
@NullMarked
package cn.huying.bot.taxonomy;

import org.jspecify.annotations.NullMarked;
