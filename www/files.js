// Where the modules' files are: beside the script.

const script = (name, again) => import(`./${name}.js${again}`)
const wasm = name => new URL(`${name}.wasm`, import.meta.url)
