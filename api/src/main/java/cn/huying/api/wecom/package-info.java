/**
 * WeCom, where the grid workers are: what is posted into a grid's group, and how residents' words are kept from acting as markup there.
 */
@NullMarked
package cn.huying.api.wecom;

import org.jspecify.annotations.NullMarked;
