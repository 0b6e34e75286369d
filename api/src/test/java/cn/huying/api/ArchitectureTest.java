package cn.huying.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "cn.huying.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /**
     * Verbs start the parts, both platforms share how calls are made and taken, both kinds of pages how they let somebody in and read forms, and the content's files
     * lie where the settings say; everything else is wired by the root package alone, and in the demo by the demo's, which no part may know.
     */
    @ArchTest
    static final ArchRule partsDoNotKnowEachOther = slices().matching("cn.huying.api.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    JavaClass.Predicates.resideInAnyPackage(
                            "cn.huying.api.launch..", "cn.huying.api.bench..", "cn.huying.api.demo.."),
                    DescribedPredicate.alwaysTrue())
            .ignoreDependency(
                    JavaClass.Predicates.resideInAPackage("cn.huying.api.content.."),
                    JavaClass.Predicates.resideInAPackage("cn.huying.api.settings.."))
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    JavaClass.Predicates.resideInAnyPackage(
                            "cn.huying.api.delivery..",
                            "cn.huying.api.callback..",
                            "cn.huying.api.gate..",
                            "cn.huying.api.form.."));

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackages("cn.huying.api.launch..", "cn.huying.api.bench..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule noRegularExpressionsOnResidentsText = noClasses()
            .that()
            .resideInAnyPackage("cn.huying.api.callback..", "cn.huying.api.wechat..", "cn.huying.api.wecom..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.regex..")
            .orShould()
            .callMethod(String.class, "matches", String.class)
            .orShould()
            .callMethod(String.class, "replaceAll", String.class, String.class)
            .orShould()
            .callMethod(String.class, "split", String.class);

    @ArchTest
    static final ArchRule nothingBlocksOutsideStartAndBench = noClasses()
            .that()
            .resideInAnyPackage("cn.huying.api.wechat..", "cn.huying.api.mongo..", "cn.huying.api.job..")
            .should()
            .callMethod(reactor.core.publisher.Mono.class, "block")
            .orShould()
            .callMethod(reactor.core.publisher.Mono.class, "block", java.time.Duration.class);
}
