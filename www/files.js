// Where the modules' files are: beside the script.

const script = name => import(`./${name}.js`)
const wasm = name => new URL(`${name}.wasm`, import.meta.url)
