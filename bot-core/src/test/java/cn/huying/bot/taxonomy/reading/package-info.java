@NullMarked
package cn.huying.bot.taxonomy.reading;

import org.jspecify.annotations.NullMarked;
