throw new Error("sharp is left out: images are served as they are (images.unoptimized in next.config.mjs)");
