//! `serve`: builds the site and shows it on this machine, and on no other.

use std::{path::Path, process::ExitCode};

use tiny_http::{Header, Response, Server};

use crate::build::{self, Input};

/// First port to try, and how many after it.
const PORT: u16 = 8080;
const TRIES: u16 = 100;

/// What a page with the reader needs to be allowed, and nothing more.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/// Builds, prints the address, and answers until it is ended.
pub(crate) fn run(input: &Input, port: Option<u16>) -> ExitCode {
    let files = match build::site(input) {
        Ok(files) => files,
        Err(code) => return code,
    };
    let first = port.unwrap_or(PORT);
    let last = if port.is_some() { first } else { first.saturating_add(TRIES) };
    let Some((server, port)) =
        (first..=last).find_map(|port| Server::http(("127.0.0.1", port)).ok().map(|s| (s, port)))
    else {
        return crate::fail(&format!("failed to listen on 127.0.0.1 (ports {first} to {last} are taken)"));
    };
    println!("http://127.0.0.1:{port}/");
    eprintln!("reading is open at the address above; Ctrl+C ends it");
    for request in server.incoming_requests() {
        let path = request.url().split(['?', '#']).next().unwrap_or("/").trim_start_matches('/');
        let name = if path.is_empty() { "index.html" } else { path };
        let answer = match files.iter().find(|(file, _)| *file == name) {
            Some((file, bytes)) => {
                let mut response = Response::from_data(bytes.clone());
                for (field, value) in
                    [("Content-Type", mime(file)), ("Content-Security-Policy", POLICY), ("Cache-Control", "no-cache")]
                {
                    if let Ok(header) = Header::from_bytes(field, value) {
                        response.add_header(header);
                    }
                }
                request.respond(response)
            }
            None => request.respond(Response::from_string("not found").with_status_code(404)),
        };
        // A browser that hangs up before its answer is no failure of the server.
        let _ = answer;
    }
    ExitCode::SUCCESS
}

fn mime(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("webmanifest") => "application/manifest+json",
        Some("md" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
