//! What is shown where the console was not built.

use anteroom_model::Language;

/// A page that says how to build the console.
pub fn placeholder(language: Language) -> String {
    let (title, before, after) = match language {
        Language::English => (
            "The console is not built yet",
            "This server was built without its console. Run",
            "in the folder of its sources, then build and start it again. The API and the sign-in pages work without it.",
        ),
        Language::SimplifiedChinese => (
            "控制台尚未构建",
            "此服务器在构建时未包含控制台。请在源代码目录中运行",
            "，然后重新构建并启动服务器。API 和登录页面不受影响。",
        ),
    };
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n</head>\n\
         <body>\n<h1>{title}</h1>\n<p>{before} <code>make console</code> {after}</p>\n</body>\n</html>\n",
        language.code()
    )
}
