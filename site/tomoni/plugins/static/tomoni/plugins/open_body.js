// An open body knows the blocks of switched-off plugins, so that the form carries them along,
// but does not offer them to editors.
(() => {
  const { StreamBlockDefinition } = window.wagtailStreamField.blocks;

  class OpenStreamBlockDefinition extends StreamBlockDefinition {
    constructor(name, groupedChildBlockDefs, initialChildStates, meta) {
      super(name, groupedChildBlockDefs, initialChildStates, meta);
      this.groupedChildBlockDefs = groupedChildBlockDefs.filter(
        ([group]) => group !== "tomoni-opaque",
      );
    }
  }

  window.telepath.register("tomoni.plugins.OpenStreamBlock", OpenStreamBlockDefinition);
})();
