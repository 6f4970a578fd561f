//! A small server for the built page, on this machine only.

use anyhow::{Context as _, Result, bail};
use std::fs;
use std::io::Cursor;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use tiny_http::{Header, Method, Request, Response, Server};

/// What a host of the page should send with each file, beside the page's own policy.
const HEADERS: [(&str, &str); 5] = [
    // Closes what no policy does: preconnects, WebRTC, navigation elsewhere.
    ("Connection-Allowlist", "(response-origin)"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
];

/// All headers for a built page. Its policy is sent, too: a worker obeys only what comes with its
/// own file, and a page can't say of itself who may frame it.
pub(crate) fn headers(folder: &Path) -> Result<Vec<(&'static str, String)>> {
    let index = folder.join("index.html");
    let html = fs::read_to_string(&index).with_context(|| format!("{} can't be read", index.display()))?;
    let policy =
        html.split_once("http-equiv=\"Content-Security-Policy\" content=\"").and_then(|(_, rest)| rest.split_once('"'));
    let Some((policy, _)) = policy else { bail!("{} has no Content-Security-Policy", index.display()) };
    let policy = ("Content-Security-Policy", format!("{policy}; frame-ancestors 'none'"));
    Ok(HEADERS.map(|(name, value)| (name, value.to_string())).into_iter().chain([policy]).collect())
}

/// How many ports to try, from the one asked for.
const TRIES: u16 = 20;

/// A folder, served on a port of 127.0.0.1.
pub(crate) struct Site {
    folder: PathBuf,
    headers: Vec<Header>,
    server: Server,
    port: u16,
}

impl Site {
    /// Takes `port` or the next free one; 0: any.
    pub(crate) fn open(folder: &Path, port: u16) -> Result<Self> {
        let last = if port == 0 { 0 } else { port.saturating_add(TRIES - 1) };
        let listener = (port..=last).find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok());
        let Some(listener) = listener else { bail!("ports {port} to {last} are all taken: give another with --port") };
        let port = listener.local_addr()?.port();
        let server = Server::from_listener(listener, None).map_err(|error| anyhow::anyhow!("no server: {error}"))?;
        let headers = headers(folder)?.into_iter().filter_map(|(name, value)| Header::from_bytes(name, value).ok());
        Ok(Self { folder: folder.to_path_buf(), headers: headers.collect(), server, port })
    }

    /// Where a browser finds it.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Answers until the process ends.
    pub(crate) fn serve(&self) {
        for request in self.server.incoming_requests() {
            // A reader who went away is no fault.
            let _ = self.answer(request);
        }
    }

    fn answer(&self, request: Request) -> Result<()> {
        let response = match request.method() {
            Method::Get | Method::Head => self.find(request.url()),
            _ => plain(405, "Only GET and HEAD are answered.\n"),
        };
        request.respond(response).context("the answer was not taken")
    }

    fn find(&self, url: &str) -> Response<Cursor<Vec<u8>>> {
        let Some(file) = file(url) else { return plain(404, "There is no such file.\n") };
        let file = self.folder.join(file);
        let file = if file.is_dir() { file.join("index.html") } else { file };
        let Ok(bytes) = fs::read(&file) else { return plain(404, "There is no such file.\n") };
        let mut response = Response::from_data(bytes);
        let own = [("Content-Type", kind(&file)), ("Cache-Control", "no-cache")];
        let own = own.into_iter().filter_map(|(name, value)| Header::from_bytes(name, value).ok());
        own.chain(self.headers.iter().cloned()).for_each(|header| response.add_header(header));
        response
    }
}

fn plain(status: u16, text: &str) -> Response<Cursor<Vec<u8>>> {
    Response::from_string(text).with_status_code(status)
}

/// The path of a request within the folder; nothing that could lead out of it.
fn file(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let path = PathBuf::from(path.replace("%20", " "));
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}

/// The media type of a file by its ending.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_in_the_folder() {
        assert_eq!(file("/"), Some(PathBuf::new()));
        assert_eq!(file("/assets/a.js?v=1"), Some(PathBuf::from("assets/a.js")));
        for url in ["/../Cargo.toml", "/a/../../b", "/./../x"] {
            assert_eq!(file(url), None, "{url}");
        }
    }

    #[test]
    fn modules_and_webassembly_have_their_types() {
        assert_eq!(kind(Path::new("a/newsmark_bg.wasm")), "application/wasm");
        assert_eq!(kind(Path::new("index.html")), "text/html; charset=utf-8");
        assert!(kind(Path::new("a.js")).starts_with("text/javascript"));
    }

    /// A built page of one file.
    fn built(name: &str, html: &str) -> Result<PathBuf> {
        let folder = crate::project::target().join("tmp").join(name);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), html)?;
        Ok(folder)
    }

    const PAGE: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\" />";

    #[test]
    fn a_taken_port_gives_the_next() -> Result<()> {
        let folder = built("ports", PAGE)?;
        let first = Site::open(&folder, 0)?;
        let second = Site::open(&folder, first.port)?;
        assert!(second.port > first.port);
        Ok(())
    }

    #[test]
    fn the_page_and_its_policy_are_sent() -> Result<()> {
        let site = Site::open(&built("policy", PAGE)?, 0)?;
        let page = site.find("/");
        let sent = |name: &'static str| {
            page.headers().iter().find(|h| h.field.equiv(name)).map(|h| h.value.as_str().to_string())
        };
        assert_eq!(page.status_code().0, 200);
        assert_eq!(sent("Content-Security-Policy").as_deref(), Some("default-src 'none'; frame-ancestors 'none'"));
        assert_eq!(sent("Connection-Allowlist").as_deref(), Some("(response-origin)"));
        assert_eq!(site.find("/nothing.js").status_code().0, 404);
        Ok(())
    }

    #[test]
    fn a_page_without_a_policy_is_not_served() -> Result<()> {
        let refused = Site::open(&built("bare", "<title>x</title>")?, 0);
        assert!(refused.is_err_and(|error| error.to_string().contains("Content-Security-Policy")));
        Ok(())
    }
}
