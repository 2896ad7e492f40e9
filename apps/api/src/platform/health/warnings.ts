import { Injectable } from '@nestjs/common';

/** What is not well although the process serves: capabilities say here how to find out. Names only, no details, for all can see them. */
@Injectable()
export class Warnings {
  private readonly all = new Map<string, () => Promise<boolean>>();

  /** @param name stable, under the capability's name, such as `payments.notices_stopped` */
  register(name: string, stands: () => Promise<boolean>): void {
    if (this.all.has(name)) throw new Error(`Two warnings are called ${name}`);
    this.all.set(name, stands);
  }

  /** The names of those that stand now. */
  async standing(): Promise<string[]> {
    const looked = await Promise.all([...this.all].map(async ([name, stands]) => ((await stands()) ? [name] : [])));
    return looked.flat();
  }
}
