import fc from "fast-check";

/** Properties meet the same examples every time. `SEED` names others; a failure names the seed that it was found with. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env["SEED"] ?? 20_261_120) });
