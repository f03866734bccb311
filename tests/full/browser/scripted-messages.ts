/** A container with everything in it. */
export function everyPart(): object {
  const ship = (value: string) => ({
    label: value,
    value,
    description: `The ${value}.`,
    emoji: { name: "🚀" },
  });
  return {
    type: 17,
    accent_color: 0x3a7bd5,
    components: [
      {
        type: 9,
        components: [{ type: 10, content: "### A section\nwith a button beside it" }],
        accessory: { type: 2, style: 1, label: "Primary", custom_id: "press-primary" },
      },
      {
        type: 9,
        components: [{ type: 10, content: "And one with a picture from **elsewhere**." }],
        accessory: { type: 11, media: { url: "https://pictures.example/a.png" }, description: "A starship" },
      },
      { type: 14, divider: true, spacing: 2 },
      {
        type: 1,
        components: [
          { type: 2, style: 2, label: "Form", custom_id: "press-form" },
          { type: 2, style: 3, label: "Success", custom_id: "press-success", emoji: { name: "✅" } },
          { type: 2, style: 4, label: "Danger", custom_id: "press-silent" },
          { type: 2, style: 2, label: "Disabled", custom_id: "press-disabled", disabled: true },
          { type: 2, style: 5, label: "Wiki", url: "https://stowiki.net/" },
        ],
      },
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: "one",
            placeholder: "One ship",
            options: ["Defiant", "Prometheus"].map(ship),
          },
        ],
      },
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: "many",
            placeholder: "Several ships",
            min_values: 1,
            max_values: 2,
            options: ["Defiant", "Prometheus", "Vesta"].map(ship),
          },
        ],
      },
      { type: 1, components: [{ type: 5, custom_id: "person", placeholder: "Somebody" }] },
      { type: 1, components: [{ type: 6, custom_id: "role", placeholder: "A role" }] },
      {
        type: 1,
        components: [{ type: 8, custom_id: "channel", placeholder: "A channel", channel_types: [0] }],
      },
    ],
  };
}

/** Two menus of one or none, the second of which has a pick from the start. */
export function menus(): readonly object[] {
  const menu = (id: string, placeholder: string, picked?: string) => ({
    type: 3,
    custom_id: id,
    placeholder,
    min_values: 0,
    options: ["Defiant", "Vesta"].map((value) => ({ label: value, value, default: value === picked })),
  });
  return [menu("escort", "An escort"), menu("drawn-anew", "A flagship", "Defiant")].map((one) => ({
    type: 1,
    components: [one],
  }));
}

export function embed(): object {
  return {
    title: "Kobayashi Maru",
    url: "https://stowiki.net/",
    description: "A **scenario** nobody wins.\n- not twice",
    color: 0xd63c3c,
    author: { name: "Starfleet Academy" },
    fields: [
      { name: "Seats", value: "5", inline: true },
      { name: "Level", value: "65", inline: true },
    ],
    footer: { text: "Simulation" },
    timestamp: "2026-11-20T20:00:00.000Z",
  };
}

/** The answer that opens a modal. */
export function form(): object {
  const picks = ["Tank", "Heal", "Damage"].map((label) => ({ label, value: label.toLowerCase() }));
  return {
    type: 9,
    data: {
      custom_id: "roster-form",
      title: "Join the run",
      components: [
        { type: 10, content: "Seats are given in order." },
        {
          type: 18,
          label: "Captain",
          description: "As in the game.",
          component: { type: 4, custom_id: "captain", style: 1, min_length: 2, max_length: 30 },
        },
        { type: 18, label: "Note", component: { type: 4, custom_id: "note", style: 2, required: false } },
        { type: 18, label: "Role", component: { type: 3, custom_id: "role", options: picks } },
        {
          type: 18,
          label: "Who else",
          component: { type: 5, custom_id: "others", max_values: 3, required: false },
        },
      ],
    },
  };
}

/** A modal with the kinds of fields that the other one has not. */
export function formWithTheRest(): object {
  const sides = ["Klingon", "Romulan"].map((label) => ({ label, value: label.toLowerCase() }));
  const label = (name: string, component: object) => ({ type: 18, label: name, component });
  return {
    type: 9,
    data: {
      custom_id: "rest-form",
      title: "And the rest",
      components: [
        label("Side", { type: 21, custom_id: "side", options: sides }),
        label("Allies", { type: 22, custom_id: "allies", options: sides, min_values: 0, required: false }),
        label("Cloaked", { type: 23, custom_id: "cloaked" }),
        label("Log", { type: 19, custom_id: "log", required: false }),
        label("Where", { type: 8, custom_id: "where", channel_types: [0] }),
      ],
    },
  };
}
