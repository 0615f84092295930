//! JavaScript: parsing, checks and minification.

use anyhow::{Result, bail, ensure};
use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions};
use oxc::diagnostics::OxcDiagnostic;
use oxc::minifier::{Minifier, MinifierOptions};
use oxc::parser::{Parser, ParserReturn};
use oxc::semantic::SemanticBuilder;
use oxc::span::SourceType;

/// How a browser loads a script.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Module,
    Classic,
}

/// Parses a script. The error lists all faults with file and line.
pub(crate) fn parse<'a>(
    allocator: &'a Allocator,
    kind: Kind,
    file: &str,
    source: &'a str,
) -> Result<ParserReturn<'a>> {
    let kind = match kind {
        Kind::Module => SourceType::mjs(),
        Kind::Classic => SourceType::script(),
    };
    let parsed = Parser::new(allocator, source, kind).parse();
    report(file, source, &parsed.diagnostics)?;
    Ok(parsed)
}

/// Minifies a script. The exports of a module keep their names.
///
/// A name that is declared twice is an error, as in a browser.
pub(crate) fn minify(kind: Kind, file: &str, source: &str) -> Result<String> {
    let allocator = Allocator::default();
    let mut program = parse(&allocator, kind, file, source)?.program;
    let checked = SemanticBuilder::new().with_check_syntax_error(true).build(&program);
    report(file, source, &checked.diagnostics)?;
    let minified = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    let printer = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(minified.scoping)
        .with_private_member_mappings(minified.class_private_mappings);
    let code = printer.build(&program).code;
    Ok(match kind {
        // Browsers always read modules as UTF-8.
        Kind::Module => code,
        Kind::Classic => in_ascii(&code),
    })
}

/// The same script in ASCII, because browsers read a classic script in the encoding of its page. Other characters occur
/// only in strings, templates and regular expressions, where an escape means the same.
fn in_ascii(script: &str) -> String {
    let mut text = String::with_capacity(script.len());
    for char in script.chars() {
        match char.is_ascii() {
            true => text.push(char),
            false => char.encode_utf16(&mut [0; 2]).iter().for_each(|unit| text += &format!("\\u{unit:04x}")),
        }
    }
    text
}

/// A script for a `<script>` element, which ends at the first `</script`.
pub(crate) fn inline(file: &str, script: &str) -> Result<String> {
    let text = script.trim_end().replace("</script", "<\\/script").replace("<!--", "<\\!--");
    // Outside of a string, the escapes are syntax errors. Other spellings, such as `</SCRIPT`, are not escaped.
    parse(&Allocator::default(), Kind::Classic, file, &text)?;
    ensure!(
        !text.to_ascii_lowercase().contains("</script"),
        "script contains `</script`, so it can't be inlined: {file}"
    );
    Ok(text)
}

fn report(file: &str, source: &str, faults: &[OxcDiagnostic]) -> Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    let line = |fault: &OxcDiagnostic| {
        let start = fault.labels.first().map_or(0, |label| label.offset() as usize);
        source[..start].lines().count().max(1)
    };
    let faults: Vec<_> = faults.iter().map(|fault| format!("{file}:{}: {fault}", line(fault))).collect();
    bail!("script not valid:\n{}", faults.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_never_ends_the_element_it_stands_in() {
        assert_eq!(inline("a.html", "f('</script><!--');\n").unwrap(), "f('<\\/script><\\!--');");
        assert!(inline("a.html", "f('</SCRIPT>');").is_err());
        assert!(inline("a.html", "a = b <!--c;").is_err());
    }

    #[test]
    fn exports_keep_their_names_and_unused_code_goes() {
        let minified =
            minify(Kind::Module, "a.js", "const unused = 1;\nclass Long {}\nexport { Long };").unwrap();
        assert_eq!(minified, "class e{}export{e as Long};");
    }

    #[test]
    fn a_script_is_ascii_whatever_it_says() {
        let script = "f('\u{2019}\u{1f600}', `\u{e9}`, /\u{2013}/);";
        let expected = r"f(`\u2019\ud83d\ude00`,`\u00e9`,/\u2013/);";
        assert_eq!(minify(Kind::Classic, "a.js", script).unwrap(), expected);
    }

    #[test]
    fn a_classic_script_may_not_use_what_modules_have() {
        assert!(minify(Kind::Module, "a.js", "f(import.meta.url);").is_ok());
        assert!(minify(Kind::Classic, "a.js", "f(import.meta.url);").is_err());
    }

    #[test]
    fn a_name_declared_twice_is_an_error_with_its_line() {
        let error = minify(Kind::Module, "a.js", "\nconst a = 1;\nconst a = 2;").unwrap_err();
        assert_eq!(error.to_string(), "script not valid:\na.js:2: Identifier `a` has already been declared");
    }
}
