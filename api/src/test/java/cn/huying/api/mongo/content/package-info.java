@NullMarked
package cn.huying.api.mongo.content;

import org.jspecify.annotations.NullMarked;
