/**
 * The official account's door: every message is verified, decrypted and decoded here before anything else sees it, and every answer is
 * encrypted here. Nothing behind this package knows XML, signatures or WeChat's error codes.
 */
@NullMarked
package cn.huying.api.wechat;

import org.jspecify.annotations.NullMarked;
