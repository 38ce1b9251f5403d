/** Version of the package; `test/package.test.ts` holds it to package.json. */
export const VERSION = '0.1.0';
/** How graph files and exports name the program. */
export const GENERATOR = `Dragoman ${VERSION}`;
