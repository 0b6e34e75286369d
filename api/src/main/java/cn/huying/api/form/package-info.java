/** What is typed into the pages of the console and of the workers, as a browser sends it. */
@NullMarked
package cn.huying.api.form;

import org.jspecify.annotations.NullMarked;
