/** How the tests walk through the pages of staff and workers. */
@NullMarked
package cn.huying.api.browsing;

import org.jspecify.annotations.NullMarked;
