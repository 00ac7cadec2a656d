/** What is used of Pagefind's code for browsers, which the build puts into the worker. */
declare module 'virtual:pagefind' {
  export function createInstance(options: object): {
    init(): Promise<void>;
    search: import('#search').Engine['search'];
  };
}
