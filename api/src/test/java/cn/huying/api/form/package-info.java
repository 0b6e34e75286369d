/** What browsers, and those who only say they are one, send. */
@NullMarked
package cn.huying.api.form;

import org.jspecify.annotations.NullMarked;
