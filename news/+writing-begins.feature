Editors begin a piece of news or a page from an outline on „Mein Hub“.
