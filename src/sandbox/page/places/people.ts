import { html, nothing, type TemplateResult } from "lit-html";
import type { PersonView } from "../../people/protocol.ts";
import { avatar } from "../avatar.ts";
import { guildOf, personById, roleName } from "../names.ts";
import type { State } from "../page.ts";

/** Everybody there is to act as. */
export function people(state: State, actAs: (userId: string) => void): TemplateResult {
  const { world, userId } = state;
  return html`<section class="people" aria-label="Act as">
    <h2 class="category">Act as</h2>
    <ul>
      ${world.people.map(
        (person) => html`<li>
          <button
            type="button"
            class="person ${person.id === userId ? "here" : ""}"
            aria-pressed=${person.id === userId ? "true" : "false"}
            @click=${() => actAs(person.id)}
          >
            ${avatar(world, person.id)}
            <span class="person-name one-line">${person.name}</span>
            ${pings(person.id, state)}
          </button>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** How often somebody was pinged since they last looked, else what they are here. */
function pings(id: string, state: State): TemplateResult {
  const unread = id === state.userId ? state.unread : state.unreadBy.get(id);
  const count = [...(unread?.values() ?? [])].reduce((sum, one) => sum + one, 0);
  if (count > 0) return html`<span class="badge" aria-label="${count} mentions">${count}</span>`;
  const person = personById(state.world, id);
  return html`<span class="person-role">${(person && standing(person, state)) ?? nothing}</span>`;
}

/** What somebody is here: their highest role. */
function standing({ id, rolesByGuild }: PersonView, { world, channelId }: State): string | undefined {
  const guild = guildOf(world, channelId) ?? world.guilds[0];
  if (!guild) return undefined;
  if (!guild.memberIds.includes(id)) return "elsewhere";
  const highest = rolesByGuild[guild.id]?.at(-1);
  return highest === undefined ? "no role" : roleName(world, highest);
}
