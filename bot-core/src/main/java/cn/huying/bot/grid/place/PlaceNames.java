package cn.huying.bot.grid.place;

import cn.huying.bot.grid.Building;
import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.wording.Meaning;
import cn.huying.bot.grid.wording.NameTrie;
import cn.huying.bot.grid.wording.PlaceNumber;
import cn.huying.bot.grid.wording.PlaceText;
import java.util.List;
import java.util.Optional;

/** Every name that points at a place: those of the tree, and the words people use for where they are. */
final class PlaceNames {
    private static final String ESTATE = "小区";
    private static final int SHORTEST_STEM = 2;
    private static final List<String> HERE = List.of(
            "我家", "我们家", "俺家", "咱家", "咱们家", "自己家", "家里", "家门口", "家楼下", "我们楼", "咱们楼", "我们这栋", "我们这幢", "我们栋", "我们单元",
            "咱们单元", "咱单元", "本单元", "这个单元", "本楼", "本栋", "楼下", "楼上", "楼道", "楼梯间", "单元门", "单元楼", "隔壁", "对门", "我这栋", "我这楼",
            "我楼");
    private static final List<String> COMMON = List.of(
            "我们小区", "咱们小区", "咱小区", "本小区", "这个小区", "整个小区", "全小区", "小区里", "小区内", "小区门口", "小区大门", "小区正门", "小区后门", "小区广场",
            "小区花园", "小区公园", "小区车库", "小区绿化", "小区道路", "小区路灯", "小区外", "大门口", "公共区域", "公共地方", "公共部位", "地下车库", "地库", "停车场",
            "中心花园", "小广场", "健身器材", "垃圾站", "儿童乐园", "快递柜", "东门", "南门", "西门", "北门", "正门", "侧门", "岗亭", "门卫室");

    private final NameTrie<Meaning> trie = new NameTrie<>();

    private PlaceNames() {}

    static NameTrie<Meaning> of(GridTree tree) {
        PlaceNames names = new PlaceNames();
        tree.compounds().forEach(names::add);
        HERE.forEach(word -> names.trie.add(word, new Meaning.Here()));
        COMMON.forEach(word -> names.trie.add(word, new Meaning.Common()));
        return names.trie;
    }

    private void add(Compound compound) {
        Meaning meaning = new Meaning.OfCompound(compound.id().value());
        addEstate(compound.name(), meaning);
        compound.nicknames().forEach(nickname -> addEstate(nickname, meaning));
        for (Building building : compound.buildings()) {
            Meaning of = new Meaning.OfBuilding(building.id().value());
            ownName(building).ifPresent(name -> trie.add(name, of));
            building.aliases().forEach(alias -> trie.add(PlaceText.of(alias), of));
        }
    }

    /** People add or leave out 小区 as they like. */
    private void addEstate(String name, Meaning meaning) {
        String full = PlaceText.of(name);
        trie.add(full, meaning);
        if (!full.endsWith(ESTATE)) {
            trie.add(full + ESTATE, meaning);
        } else if (full.length() - ESTATE.length() >= SHORTEST_STEM) {
            trie.add(full.substring(0, full.length() - ESTATE.length()), meaning);
        }
    }

    /** A building's name where it says more than its number, as 12号院 does not and 陈家老屋 does. */
    private static Optional<String> ownName(Building building) {
        String name = PlaceText.of(building.name());
        return PlaceNumber.end(name, 0) > 0 ? Optional.empty() : Optional.of(name);
    }
}
