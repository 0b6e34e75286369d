package cn.huying.api.launch;

import cn.huying.knowledge.intake.Format;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a form, as an operator types it. */
final class FormatName implements ITypeConverter<Optional<Format>> {
    @Override
    public Optional<Format> convert(String value) {
        return Optional.of(Format.named(value).orElseThrow(() -> new TypeConversionException(value)));
    }
}
