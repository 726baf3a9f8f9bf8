/** What a tree needs that lies on a bundled base: half a megabyte, in a file of its own beside the bundle. */
export { baseNames, bundledBase } from '../resolve/bundled-base';
export { chooseBase } from '../resolve/choose-base';
