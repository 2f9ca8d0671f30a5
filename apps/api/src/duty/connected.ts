/** The agents who are connected to this process, by brand, with how many sockets. */
export class Connected {
  private readonly brands = new Map<string, Map<string, number>>();

  /** Answers whether it is the agent's first. */
  add(brandId: string, agentId: string): boolean {
    const agents = this.brands.get(brandId) ?? new Map<string, number>();
    const count = agents.get(agentId) ?? 0;
    this.brands.set(brandId, agents.set(agentId, count + 1));
    return count === 0;
  }

  /** Answers whether it was the agent's last. */
  remove(brandId: string, agentId: string): boolean {
    const agents = this.brands.get(brandId);
    const count = agents?.get(agentId) ?? 0;
    if (!agents || count === 0) return false;
    if (count > 1) agents.set(agentId, count - 1);
    else agents.delete(agentId);
    if (agents.size === 0) this.brands.delete(brandId);
    return count === 1;
  }

  has(brandId: string, agentId: string): boolean {
    return this.brands.get(brandId)?.has(agentId) ?? false;
  }

  all(): readonly (readonly [brandId: string, agentIds: readonly string[]])[] {
    return [...this.brands].map(([brandId, agents]) => [brandId, [...agents.keys()]] as const);
  }
}
