// The engine's worker is a module.
export default { base: "./", worker: { format: "es" }, build: { target: "es2022" } };
