//! A small server for the built page, on this machine only.

use anyhow::{Context as _, Result, bail};
use std::fs;
use std::io::Cursor;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use tiny_http::{Header, Method, Request, Response, Server};

/// What a host of the page should send with each file. The page carries a stricter policy of its
/// own, with hashes; these close what only a header can: preconnects, WebRTC, navigation, framing.
pub(crate) const HEADERS: [(&str, &str); 6] = [
    ("Connection-Allowlist", "(response-origin)"),
    (
        "Content-Security-Policy",
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; \
         img-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
];

/// How many ports to try, from the one asked for.
const TRIES: u16 = 20;

/// A folder, served on a port of 127.0.0.1.
pub(crate) struct Site {
    folder: PathBuf,
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
        Ok(Self { folder: folder.to_path_buf(), server, port })
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
        for (name, value) in [("Content-Type", kind(&file)), ("Cache-Control", "no-cache")].into_iter().chain(HEADERS) {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
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

    #[test]
    fn a_taken_port_gives_the_next() -> Result<()> {
        let first = Site::open(Path::new("."), 0)?;
        let second = Site::open(Path::new("."), first.port)?;
        assert!(second.port > first.port);
        Ok(())
    }
}
