# shellcheck shell=bash
# Finds what the scripts need and installs what is missing; sourced by ./www/serve and ./tests/run.
#
# 1. every `need_…` first looks (well under a second) and returns at once where the thing is there;
# 2. else it says what it installs and why, and installs it: apt on Debian and Ubuntu, rustup, npm, cargo;
# 3. where it cannot, it names what to install by hand and stops.
# Nothing asks a question, so that the same scripts run with nobody at the keyboard.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools_log=$project/target/logs/install.log

# Where rustup and cargo put programs, also in a shell that has never read a profile.
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

say() { printf '%s\n' "$*" >&2; }

stop() {
  say "error: $1"
  shift
  for hint in "$@"; do say "  hint: $hint"; done
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# The first of the given programs that is there, as a full path.
first_of() {
  local name
  for name in "$@"; do command -v "$name" 2>/dev/null && return 0; done
  return 1
}

# Whether version $1 is at least $2; both are numbers with dots.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$2" ]; }

on_ubuntu() { grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; }

# Runs a command with its output in the installation log, whose tail is shown if it fails.
logged() {
  mkdir -p "$(dirname "$tools_log")"
  if ! "$@" >"$tools_log" 2>&1 </dev/null; then
    tail -n 30 "$tools_log" >&2
    return 1
  fi
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# install_packages WHY PACKAGE…  with apt, or stops with the names of the packages.
install_packages() {
  local why=$1
  shift
  if ! has apt-get; then
    stop "missing, and no apt here to install it with: $why" \
      "install it with this system's package manager; Debian's names are: $*"
  fi
  if [ "$(id -u)" -ne 0 ] && ! { has sudo && sudo -n true 2>/dev/null; }; then
    stop "missing, and installing it needs root: $why" "run: sudo apt-get install --no-install-recommends $*"
  fi
  say "installing $* with apt: $why"
  if [ -z "${apt_lists_are_new:-}" ]; then
    logged as_root apt-get update || say "apt-get update failed; trying with the lists that are here"
    apt_lists_are_new=yes
  fi
  logged as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" ||
    stop "failed to install $* with apt" "the whole log is $tools_log"
}

# Cargo and rustc as new as Cargo.toml asks, and a linker.
need_rust() {
  local wanted
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$project/Cargo.toml" | head -n 1)
  has cc || install_packages "a C compiler, with which Rust links programs" gcc libc6-dev
  if has cargo && at_least "$(rustc --version | cut -d ' ' -f 2)" "$wanted"; then return 0; fi
  if has rustup; then
    say "updating Rust with rustup: the project needs $wanted or newer"
    logged rustup toolchain install stable --profile minimal --component rustfmt --component clippy ||
      stop "failed to update Rust" "the whole log is $tools_log"
    logged rustup default stable || stop "failed to update Rust" "the whole log is $tools_log"
  else
    has curl || install_packages "curl, which fetches the Rust installer" curl ca-certificates
    say "installing Rust with rustup into ${CARGO_HOME:-$HOME/.cargo}: the project is written in it"
    mkdir -p "$project/target"
    logged curl --proto '=https' --tlsv1.2 -sSf -o "$project/target/rustup-init.sh" https://sh.rustup.rs ||
      stop "failed to fetch the Rust installer" "install Rust from https://rustup.rs, then run this again"
    logged sh "$project/target/rustup-init.sh" -y --no-modify-path --profile minimal \
      --component rustfmt --component clippy ||
      stop "failed to install Rust" "install it from https://rustup.rs, then run this again"
  fi
  hash -r
}

need_rust_checks() {
  need_rust
  cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 && return 0
  has rustup || stop "rustfmt and clippy are missing" "install the packages of that name, or Rust from https://rustup.rs"
  say "installing rustfmt and clippy with rustup: they check the code's form"
  logged rustup component add rustfmt clippy || stop "failed to install rustfmt and clippy"
}

need_wasm_target() {
  need_rust
  [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ] && return 0
  has rustup || stop "Rust has no wasm32-unknown-unknown target" "install Rust from https://rustup.rs"
  say "installing the wasm32-unknown-unknown target with rustup: the reader is compiled to WebAssembly"
  logged rustup target add wasm32-unknown-unknown || stop "failed to install the wasm target"
}

has_node() {
  has node && has npm && at_least "$(node --version | tr -d v)" 18.19.0
}

need_node() {
  has_node && return 0
  has node || install_packages "Node, which runs wasm-opt and the browser tests" nodejs npm
  has npm || install_packages "npm, which fetches wasm-opt and the browser driver" npm
  hash -r
  has_node || stop "Node $(node --version) is too old: 18.19 or newer is needed" "install a newer one from https://nodejs.org"
}

# What tests/package.json pins; done again only when the lockfile has changed.
need_node_packages() {
  need_node
  local lock=$project/tests/package-lock.json installed=$project/tests/node_modules/.installed-lock.json
  cmp -s "$lock" "$installed" && return 0
  say "installing into tests/node_modules with npm: wasm-opt, a driver for Chromium, an accessibility checker"
  logged npm ci --prefix "$project/tests" --omit-lockfile-registry-resolved --no-audit --no-fund ||
    stop "failed to install the npm packages" "the whole log is $tools_log"
  cp "$lock" "$installed"
}

# wasm-opt in tests/node_modules/.bin, where `framing-reader build` looks first: the pinned version, because another
# one makes another size, and an old one knows not all of its options.
need_wasm_opt() {
  need_node_packages
}

# Debian's Chromium; Ubuntu's package of that name is only a door to the snap store, so Playwright's own build there.
need_chromium() {
  need_node_packages
  if [ -n "${CHROMIUM:-}" ]; then return 0; fi
  CHROMIUM=$(first_of chromium google-chrome-stable google-chrome chromium-browser || playwright_chromium) || {
    if on_ubuntu; then
      say "installing Chromium with Playwright: the tests drive the page in it"
      logged node "$project/tests/node_modules/playwright-core/cli.js" install --with-deps chromium ||
        stop "failed to install Chromium" "the whole log is $tools_log"
      CHROMIUM=$(playwright_chromium)
    else
      install_packages "Chromium, in which the tests drive the page" chromium fonts-liberation
      CHROMIUM=$(first_of chromium) || stop "chromium was installed but is not in \$PATH"
    fi
  }
  export CHROMIUM
}

# What takes text and pages out of the PDFs that the tests print.
need_poppler() {
  if ! has pdftotext || ! has pdftoppm; then
    install_packages "Poppler, with which the tests read what is printed" poppler-utils
  fi
}

need_unzip() {
  has unzip || install_packages "unzip, with which the tests open what the page for own articles saves" unzip
}

# Where Playwright has put its own Chromium, if it has.
playwright_chromium() {
  local path
  path=$(cd "$project/tests" && node -p "require('playwright-core').chromium.executablePath()" 2>/dev/null) || return 1
  [ -x "$path" ] && printf '%s\n' "$path"
}

# Into folder $1; Ubuntu's own package is a door to the snap store, like its Chromium.
install_firefox_from_mozilla() {
  local into=$1 archive=$project/target/firefox.tar.xz failed="failed to install Firefox"
  need_node_packages
  if ! has curl || ! has xz; then
    install_packages "curl and xz, which fetch and unpack Firefox" curl ca-certificates xz-utils
  fi
  say "installing Firefox from Mozilla into $into: the tests drive the page in it"
  mkdir -p "$into" "$(dirname "$archive")"
  logged curl -sSfL -o "$archive" \
    'https://download.mozilla.org/?product=firefox-esr-latest-ssl&os=linux64&lang=en-US' || stop "$failed"
  logged tar -xJf "$archive" -C "$into" || stop "$failed"
  logged node "$project/tests/node_modules/playwright-core/cli.js" install-deps firefox || stop "$failed"
}

need_firefox_and_geckodriver() {
  need_node
  local mozilla=$HOME/.cache/framing-reader
  if [ -z "${FIREFOX:-}" ]; then
    FIREFOX=$(first_of firefox-esr "$mozilla/firefox/firefox" firefox) || {
      if on_ubuntu; then
        install_firefox_from_mozilla "$mozilla"
        FIREFOX=$mozilla/firefox/firefox
      else
        install_packages "Firefox, in which the tests drive the page" firefox-esr fonts-liberation
        FIREFOX=$(first_of firefox-esr) || stop "firefox-esr was installed but is not in \$PATH"
      fi
    }
  fi
  if [ -z "${GECKODRIVER:-}" ] && ! GECKODRIVER=$(first_of geckodriver); then
    need_rust
    say "installing geckodriver with cargo (some minutes, once): the tests drive Firefox through it"
    logged cargo install geckodriver --locked || stop "failed to install geckodriver" "the whole log is $tools_log"
    GECKODRIVER=$(first_of geckodriver) || stop "geckodriver was installed but is not in \$PATH"
  fi
  export FIREFOX GECKODRIVER
}

# The small browser that WebKitGTK brings; it has no place in $PATH.
mini_browser() {
  local path
  for path in /usr/lib/*/webkit2gtk-4.*/MiniBrowser /usr/libexec/webkit2gtk-4.*/MiniBrowser; do
    [ -x "$path" ] && printf '%s\n' "$path" && return 0
  done
  return 1
}

need_webkit_and_xvfb() {
  need_node
  if ! has WebKitWebDriver || ! mini_browser >/dev/null; then
    install_packages "WebKitGTK and its driver, in which the tests drive the page" webkit2gtk-driver fonts-liberation
  fi
  if ! has xvfb-run || ! has xauth; then
    install_packages "a screen that is not there, on which WebKitGTK draws" xvfb xauth
  fi
  WEBKIT_DRIVER=$(first_of WebKitWebDriver) || stop "WebKitWebDriver was installed but is not in \$PATH"
  MINI_BROWSER=$(mini_browser) || stop "WebKitGTK was installed without its MiniBrowser"
  export WEBKIT_DRIVER MINI_BROWSER
}
