//! `serve`: builds the site and shows it on this machine, and on no other.

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::Path,
    process::ExitCode,
};

use tiny_http::{Header, Response, Server};

use crate::build::{self, Input};

/// First port to try, and how many after it.
const PORT: u16 = 8080;
const TRIES: u16 = 100;

/// What a page with the reader needs to be allowed, and nothing more.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/// Takes a port, builds, prints the address, and answers until it is ended.
pub(crate) fn run(input: &Input, port: Option<u16>) -> ExitCode {
    let first = port.unwrap_or(PORT);
    let last = if port.is_some() { first } else { first.saturating_add(TRIES) };
    let addresses: Vec<SocketAddr> = (first..=last).map(|port| (Ipv4Addr::LOCALHOST, port).into()).collect();
    let server = match Server::http(&addresses[..]) {
        Ok(server) => server,
        Err(error) => {
            let ports = port.map_or(format!("s {first} to {last}"), |port| format!(" {port}"));
            return crate::fail(&format!("failed to listen on 127.0.0.1, port{ports} ({error})"));
        }
    };
    let files = match build::site(input) {
        Ok(files) => files,
        Err(code) => return code,
    };
    // With port 0 the system has chosen one.
    let port = server.server_addr().to_ip().map_or(first, |address| address.port());
    crate::print(&format!("http://127.0.0.1:{port}/\n"));
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
