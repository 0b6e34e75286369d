package cn.huying.bot.request;

/** How near the limit is: yellow at 80 %, red at 100 %. */
public enum Light {
    GREEN,
    YELLOW,
    RED
}
