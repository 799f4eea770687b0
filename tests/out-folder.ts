// The built site that tests look at: out/, or the folder that OUT_DIR names (npm run test:thousand).

export const outFolder = process.env.OUT_DIR || new URL('../out', import.meta.url).pathname
