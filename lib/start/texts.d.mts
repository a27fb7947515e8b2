export function say(vi: string, en: string): void;
export function stop(vi: string, en: string): never;
