// The one entry.
export {};
